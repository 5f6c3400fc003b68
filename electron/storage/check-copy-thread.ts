import { parentPort, workerData } from 'node:worker_threads';
import { readAuditHead } from '../../db/audit/audit-head.ts';
import { openDatabase } from '../../db/connection/open-database.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { CopyCheck, CopyToCheck } from './copy-check.ts';

// A thread of its own: reading a long file whole would hold everybody else's work for as long.
const copy = CopyToCheck.parse(workerData);
const opened = await openDatabase({ ...copy, readWholeBytes: Infinity });
const head = opened.ok ? await readAuditHead(opened.value.db) : null;
if (opened.ok) await opened.value.close();
parentPort?.postMessage(CopyCheck.parse(opened.ok ? ok(head) : err(opened.error)));
