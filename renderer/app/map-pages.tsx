import { Missing } from './missing.tsx';
export const MapRoutePage = Missing;
