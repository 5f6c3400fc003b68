import { Missing } from './missing.tsx';
export const OpenSessionRoutePage = Missing;
export const SessionRoutePage = Missing;
