/** Words of the place that looks across all patients. */
export const clinicText = {
  title: 'Clinic',
  tabs: {
    response: 'Response',
    complications: 'Complications',
    recall: 'Recall',
    overrides: 'Overrides',
  },
} as const;
