/** The part of electron-builder's context that the hook reads. */
interface PackedApp {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName: string;
    readonly appInfo: { readonly productFilename: string };
  };
}

export default function afterPack(context: PackedApp): Promise<void>;
