import type { Page } from '@playwright/test';
import type { PatientHit } from '../../shared/contract/patient.ts';
import type { ApiClient } from './api-client.ts';
import { DEMO_PIN, signInAt } from './app.ts';
import type { RunningApp } from './running-app.ts';

/** The one patient of the clinic whom a search finds first. */
export async function patientNamed(api: ApiClient, text: string): Promise<PatientHit> {
  const [patient] = await api.patients.search.query({ text, limit: 1 });
  if (patient === undefined) throw new Error(`nobody is found with ${text}`);
  return patient;
}

/** Signs somebody of the demo clinic in and opens a patient's page. */
export async function openPatient(
  app: RunningApp,
  page: Page,
  { who, patient }: { readonly who: string; readonly patient: string },
): Promise<ApiClient> {
  const api = await app.api(who, DEMO_PIN);
  const { id } = await patientNamed(api, patient);
  await signInAt(page, `${app.origin}/patients/${id}`, who);
  return api;
}

/** Opens what a window shows in a second one of the same browser and signs somebody in there. */
export async function secondWindow(page: Page, who: string): Promise<Page> {
  const second = await page.context().newPage();
  await signInAt(second, page.url(), who);
  return second;
}
