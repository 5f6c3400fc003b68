import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToChanges, type Change } from '../../../renderer/api/changes.ts';

/** The browser's own, as far as it matters: it connects again by itself. */
class FakeEventSource {
  static made: FakeEventSource[] = [];
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  onopen: (() => void) | null = null;
  isClosed = false;
  readonly address: string;

  constructor(address: string) {
    this.address = address;
    FakeEventSource.made.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
}

function listening() {
  const heard: Change[] = [];
  let back = 0;
  const stop = listenToChanges(
    (change) => {
      heard.push(change);
    },
    () => {
      back += 1;
    },
  );
  const source = FakeEventSource.made.at(-1);
  if (source === undefined) throw new Error('nobody listens');
  return { heard, back: () => back, stop, source };
}

beforeEach(() => {
  FakeEventSource.made = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('EventSource', FakeEventSource);
  return () => vi.unstubAllGlobals();
});

describe('hearing of changes', () => {
  test('passes on what is a change, and nothing else', () => {
    const { heard, source, stop } = listening();
    source.onmessage?.({ data: '{"topic":"map","id":"case"}' });
    source.onmessage?.({ data: '{"topic":"weather"}' });
    source.onmessage?.({ data: 'no json' });
    expect(heard).toEqual([{ topic: 'map', id: 'case' }]);
    stop();
    expect(source.isClosed).toBe(true);
  });

  test('says when the connection was lost and is back: changes were missed meanwhile', () => {
    const { back, source } = listening();
    source.onopen?.();
    expect(back()).toBe(0);
    source.onerror?.();
    source.onerror?.();
    source.onopen?.();
    expect(back()).toBe(1);
    source.onopen?.();
    expect(back()).toBe(1);
  });
});
