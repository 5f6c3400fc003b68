import {
  IconAlertTriangle,
  IconArrowBarToDown,
  IconDroplet,
  IconOctagon,
  IconShieldCheck,
  IconVaccine,
  IconCircleCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OverrideKind } from '../../../../shared/contract/overrides.ts';
import styles from './overrides.module.css';

const SIGNS: Readonly<Record<OverrideKind, ReactNode>> = {
  'hard-limit': <IconOctagon size={16} aria-hidden className={styles.hard} />,
  'soft-limit': <IconAlertTriangle size={16} aria-hidden className={styles.soft} />,
  slip: <IconDroplet size={16} aria-hidden />,
  'other-strength': <IconVaccine size={16} aria-hidden />,
  contraindication: <IconShieldCheck size={16} aria-hidden />,
  waiver: <IconCircleCheck size={16} aria-hidden />,
  'tighter-cap': <IconArrowBarToDown size={16} aria-hidden />,
};

/** Each kind in a shape of its own, beside its word. */
export function OverrideSign({ kind }: { readonly kind: OverrideKind }) {
  return SIGNS[kind];
}
