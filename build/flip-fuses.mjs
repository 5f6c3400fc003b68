import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { join } from 'node:path';

/**
 * The switches of the Electron binary, after the security list of Electron: it runs this app and nothing else. Every one
 * has to be named here, so that a switch that a later Electron adds stops the packaging instead of keeping its default.
 */
const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** What the Electron binary is called once electron-builder has packed it. */
function binaryName({ electronPlatformName, packager }) {
  if (electronPlatformName === 'win32') return `${packager.appInfo.productFilename}.exe`;
  if (electronPlatformName === 'linux') return packager.executableName;
  return `${packager.appInfo.productFilename}.app`;
}

/** Called by electron-builder after packing and before signing. Its own copy of the library does not know all fuses yet. */
export default async function afterPack(context) {
  await flipFuses(join(context.appOutDir, binaryName(context)), fuses);
}
