import { EmptyState } from '../ui/empty-state.tsx';
export function Missing() {
  return <EmptyState title="Not built yet" />;
}
