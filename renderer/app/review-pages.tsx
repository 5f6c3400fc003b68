import { Missing } from './missing.tsx';
export const ReviewRoutePage = Missing;
