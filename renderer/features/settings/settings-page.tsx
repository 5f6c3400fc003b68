import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { settingsText } from '../../text/settings-text.ts';
import { PageBar } from '../../ui/page-bar.tsx';
import { AuditSection } from './audit-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RoomsSection } from './rooms-section.tsx';
import { ScannerSection } from './scanner/scanner-section.tsx';
import { ScreenSection } from './screen-section.tsx';
import styles from './settings-page.module.css';
import { StockSection } from './stock/stock-section.tsx';

const SECTIONS = ['people', 'rooms', 'limits', 'stock', 'backups', 'audit', 'scanner', 'screen'] as const;
type Section = (typeof SECTIONS)[number];

/** The set-up of the clinic, one section at a time. */
export function SettingsPage() {
  const { section: asked } = useParams({ from: '/settings/$section' });
  const section = SECTIONS.find((known) => known === asked) ?? 'people';
  return (
    <>
      <PageBar title={settingsText.title}>
        <nav className={styles.tabs} aria-label={settingsText.title}>
          {SECTIONS.map((name) => (
            <Link
              key={name}
              to="/settings/$section"
              params={{ section: name }}
              className={styles.tab}
              aria-current={name === section ? 'page' : undefined}
            >
              {settingsText.sections[name]}
            </Link>
          ))}
        </nav>
      </PageBar>
      <div className={styles.page}>{contentOf(section)}</div>
    </>
  );
}

function contentOf(section: Section): ReactNode {
  switch (section) {
    case 'people':
      return <PeopleSection />;
    case 'rooms':
      return <RoomsSection />;
    case 'limits':
      return <LimitsSection />;
    case 'stock':
      return <StockSection />;
    case 'backups':
      return <BackupsSection />;
    case 'audit':
      return <AuditSection />;
    case 'scanner':
      return <ScannerSection />;
    case 'screen':
      return <ScreenSection />;
  }
}
