import { parseArgs } from 'node:util';
import { serveMap } from './serve-map.ts';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const served = await serveMap(Number(values.port ?? 0));
console.log(`The map, to be measured: ${served.url}`);
const stop = () => {
  void served.stop().then(() => process.exit(0));
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
