import { skipToken, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { useTRPC } from '../../api/trpc.ts';
import { PANEL_WORDS } from '../../text/map-list-text.ts';
import { lifeText } from '../../text/time-text.ts';
import { earlierCase, lastStateOf } from './earlier-case.ts';

/** How a carried-over vein stood at the end of the case that it comes from: injected, better, cleared, seen again. */
export function EarlierState({ vein }: { readonly vein: Vein }) {
  const trpc = useTRPC();
  const { patientId, caseId } = useParams({ strict: false });
  const patient = useQuery(trpc.patients.get.queryOptions(patientId ? { patientId } : skipToken)).data;
  const earlier = patient && caseId ? earlierCase(patient.cases, caseId) : null;
  const history = useQuery(trpc.map.history.queryOptions(earlier ? { caseId: earlier.id } : skipToken)).data;
  const last = useMemo(() => (history ? lastStateOf(history, vein) : null), [history, vein]);
  return last ? <> {PANEL_WORDS.lastState(lifeText(last))}</> : null;
}
