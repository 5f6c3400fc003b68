import { createPortal } from 'react-dom';
import { SvgPreview } from '../../../canvas/export/svg-preview.tsx';
import styles from './printed-page.module.css';

/** The page as the printer gets it: nothing else of the app is printed while it is there. */
export function PrintedPage({ svg }: { readonly svg: string }) {
  return createPortal(
    <div className={styles.page} aria-hidden="true">
      <SvgPreview svg={svg} alt="" />
    </div>,
    document.body,
  );
}
