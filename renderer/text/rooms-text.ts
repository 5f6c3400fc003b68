/** Words of the rooms of the clinic, and of how soon a screen locks. */
export const roomsText = {
  title: 'Rooms',
  hint: 'Sessions of a day are given a room on Today. A room is never deleted: what was held there still says so.',
  columns: ['Room', 'State'],
  inUse: 'In use',
  notInUse: 'Not used any more',
  none: 'No rooms yet',
  name: 'Name of the room',
  add: 'Add a room',
  change: 'Change',
  dialog: (name: string) => `Room ${name}`,
  isOffered: 'In use: offered on Today',
  save: 'Save',
  cancel: 'Cancel',
} as const;

/** Words of the setting that locks screens. */
export const lockText = {
  label: 'Lock a screen after',
  minutes: (minutes: number) => {
    if (minutes === 0) return 'Never (demo clinic alone)';
    return minutes === 1 ? '1 minute without input' : `${String(minutes)} minutes without input`;
  },
  saved: 'Saved for every screen of the clinic',
  state: (minutes: number) =>
    minutes === 0
      ? 'No screen of this demo locks by itself.'
      : `Every screen locks after ${minutes === 1 ? '1 minute' : `${String(minutes)} minutes`} without input; a warning comes 30 seconds before, and the work is kept.`,
} as const;
