// The import rules of the house. Each has a tree under tests/build/fixtures/import-rules that breaks it and nothing else.
const anyNodeBuiltin = { dependencyTypes: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-imports-only-shared',
      comment: 'shared/ is the bottom of the house.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(db|electron|renderer|build|tests)/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'No Node in shared/: time, randomness and files come in as arguments.',
      severity: 'error',
      from: { path: '^shared/' },
      to: anyNodeBuiltin,
    },
    {
      name: 'shared-needs-only-zod',
      comment: 'No screen, no server and no database library in shared/.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|flatbush|flatqueue)/' },
    },
    {
      name: 'db-imports-only-shared',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(electron|renderer|build|tests)/' },
    },
    {
      name: 'electron-never-imports-the-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|build|tests)/' },
    },
    {
      name: 'renderer-never-imports-the-database',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(db|build|tests)/' },
    },
    {
      name: 'renderer-knows-only-the-api-of-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/api/' },
    },
    {
      name: 'renderer-takes-only-types-of-the-api',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: anyNodeBuiltin,
    },
    {
      name: 'konva-only-on-the-canvas',
      severity: 'error',
      from: { path: '^(shared|db|electron|renderer)/', pathNot: '^renderer/canvas/' },
      to: { path: 'node_modules/(konva|react-konva)/' },
    },
    {
      name: 'sqlite-only-behind-the-connection',
      severity: 'error',
      from: { path: '^(shared|db|electron|renderer)/', pathNot: '^db/connection/' },
      to: { path: 'node_modules/better-sqlite3/' },
    },
    {
      name: 'electron-only-in-the-desktop-shell',
      comment: 'The core runs in any host; the web host and the tests have no Electron.',
      severity: 'error',
      from: {
        path: '^(shared|db|electron|renderer)/',
        pathNot: '^electron/(desktop/|main\\.ts$|preload\\.ts$)',
      },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(shared|db|electron|renderer)/' },
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(shared|db|electron|renderer)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
