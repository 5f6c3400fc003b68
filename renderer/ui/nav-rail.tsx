import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './nav-rail.module.css';

/** A place that the rail leads to. */
export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Null: there is nowhere to go now, and `disabledBecause` says why. */
  readonly href: string | null;
  readonly disabledBecause: string | null;
  readonly current: boolean;
}

interface NavRailProps {
  readonly items: readonly RailItem[];
  /** At the lower end. */
  readonly lowerItems: readonly RailItem[];
  readonly onGo: (href: string) => void;
}

/** The rail at the left, 64 px: the tasks, in the order in which they come. */
export function NavRail({ items, lowerItems, onGo }: NavRailProps) {
  return (
    <nav className={styles.rail} aria-label="Tasks">
      {items.map((item) => (
        <RailLink key={item.id} item={item} onGo={onGo} />
      ))}
      <div className={styles.gap} />
      {lowerItems.map((item) => (
        <RailLink key={item.id} item={item} onGo={onGo} />
      ))}
    </nav>
  );
}

function RailLink({ item, onGo }: { readonly item: RailItem; readonly onGo: (href: string) => void }) {
  const { href } = item;
  if (href === null)
    return (
      <Tooltip label={item.disabledBecause} position="right">
        <button
          type="button"
          className={styles.item}
          aria-disabled="true"
          aria-current={item.current ? 'page' : undefined}
          aria-label={`${item.label}: ${item.disabledBecause ?? ''}`}
        >
          {item.icon}
          <span>{item.label}</span>
        </button>
      </Tooltip>
    );
  return (
    <a
      className={styles.item}
      href={href}
      aria-current={item.current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onGo(href);
      }}
    >
      {item.icon}
      <span>{item.label}</span>
    </a>
  );
}
