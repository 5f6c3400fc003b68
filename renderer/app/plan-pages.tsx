import { Missing } from './missing.tsx';
export const PlanRoutePage = Missing;
