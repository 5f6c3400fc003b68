import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../../electron/api/router.ts';
import { useTRPC } from '../../../api/trpc.ts';

type Stock = inferRouterOutputs<AppRouter>['stock']['get'];

/** Shows the stock that a write answered with, then closes the dialog that asked for it. */
export function useStockAnswer(onClose: () => void): (stock: Stock) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (stock) => {
    queryClient.setQueryData(trpc.stock.get.queryKey(), stock);
    onClose();
  };
}
