import type { DesktopBridge } from '../../../../shared/contract/desktop-bridge.ts';

/** What became of a picture that was to be saved or copied. */
export type HandOutcome =
  | { readonly type: 'saved' | 'downloading' | 'cancelled'; readonly fileName: string }
  | { readonly type: 'copied' | 'clipboard-refused' | 'not-written' | 'not-drawn' };

/** Saves a file: the desktop app asks where, the browser puts it where it puts what it downloads. */
export async function saveFile(
  blob: Blob,
  fileName: string,
  bridge: Pick<DesktopBridge, 'saveFile'> | undefined,
): Promise<HandOutcome> {
  if (bridge === undefined) {
    download(blob, fileName);
    return { type: 'downloading', fileName };
  }
  const content = new Uint8Array(await blob.arrayBuffer());
  try {
    const saved = await bridge.saveFile({ suggestedName: fileName, content });
    return { type: saved ? 'saved' : 'cancelled', fileName };
  } catch {
    return { type: 'not-written' };
  }
}

function download(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser begins to read it only after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Puts a PNG on the clipboard. The promise is handed over as it is: a browser lets only what a click began onto it. */
export async function copyPng(png: Promise<Blob>): Promise<HandOutcome> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return { type: 'copied' };
  } catch {
    const drawn = await png.then(
      () => true,
      () => false,
    );
    return { type: drawn ? 'clipboard-refused' : 'not-drawn' };
  }
}
