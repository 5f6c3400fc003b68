import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { clinicText } from '../../text/clinic-text.ts';
import { PageBar } from '../../ui/page-bar.tsx';
import styles from './clinic-page.module.css';
import { CLINIC_TABS } from './clinic-tabs.ts';

/** What the clinic as a whole has done and met with, one list at a time; each is a page of its own below the tabs. */
export function ClinicPage() {
  const { pathname } = useLocation();
  return (
    <>
      <PageBar title={clinicText.title}>
        <nav className={styles.tabs} aria-label={clinicText.title}>
          {CLINIC_TABS.map((tab) => (
            <Link
              key={tab}
              to={`/clinic/${tab}`}
              className={styles.tab}
              aria-current={pathname.startsWith(`/clinic/${tab}`) ? 'page' : undefined}
            >
              {clinicText.tabs[tab]}
            </Link>
          ))}
        </nav>
      </PageBar>
      <Outlet />
    </>
  );
}
