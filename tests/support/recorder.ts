import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openClinics } from '../../electron/clinics.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { RecordInjection } from '../../shared/contract/session.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { apiClientOf } from './api-client.ts';
import { PIN } from './clinic.ts';

/**
 * The program without its screens, in a process that is made to be killed. Once its standard input gives an injection, it opens the
 * clinic in the folder that it is started with, as at each start, and records that injection again and again, two requests at a
 * time, each with an id of its own. The id of each that was acknowledged goes to standard output.
 */
const [folder = ''] = process.argv.slice(2);
for await (const line of createInterface({ input: process.stdin }))
  await recordForEver(RecordInjection.parse(JSON.parse(line)));

async function recordForEver(injection: RecordInjection): Promise<void> {
  const clinics = await openClinics({ folder, startInDemo: false, keyStoreFor: fileKeyStore });
  if (!clinics.ok) throw new Error(`the clinic did not open: ${clinics.error.code}`);
  const api = await apiClientOf(clinics.value, 'nurse', PIN);
  const record = async () => {
    for (;;) {
      const injectionId = idOf<'injection'>(randomUUID());
      const site = { ...injection.site, point: null };
      const { id } = await api.sessions.record.mutate({ ...injection, site, injectionId });
      process.stdout.write(`${id}\n`);
    }
  };
  await Promise.all([record(), record()]);
}
