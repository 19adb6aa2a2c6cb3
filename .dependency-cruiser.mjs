/** Who may import whom. Every rule is an error; docs/decisions/0003 says why this tool. */

const core = '^packages/core/src'
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid('no-cycles', 'A cycle has no layers.', {}, { circular: true }),
    forbid('resolves', 'Every import resolves to something declared.', {}, { couldNotResolve: true }),
    forbid(
      'tests-stay-outside',
      'Only tests import tests and test support.',
      {
        pathNot:
          '\\.(test|int\\.test|e2e|fuzz|bench)\\.tsx?$|/(test|e2e|testing|support|fuzz|bench)/|vitest|playwright',
      },
      { path: '\\.(test|int\\.test|e2e|fuzz|bench)\\.tsx?$|/test/' },
    ),
    forbid(
      'core-knows-no-sibling',
      'core has no database, no GraphQL.',
      { path: '^packages/core' },
      { path: '^(apps|packages/db)/|/(@prisma|graphql|pg)/' },
    ),
    forbid(
      'db-knows-no-sibling',
      'db imports neither core nor an app.',
      { path: '^packages/db' },
      { path: '^(apps|packages/core)/' },
    ),
    forbid(
      'api-not-web',
      'The portal is a client of the API, never the reverse.',
      { path: '^apps/api' },
      { path: '^apps/web/' },
    ),
    forbid(
      'web-over-http',
      'web reaches api by HTTP and db not at all.',
      { path: '^apps/web/src' },
      { path: '^(apps/api|packages/db)/' },
    ),
    forbid(
      'web-pure-core',
      'Of core only the pure parts run in a browser.',
      { path: '^apps/web/src' },
      {
        path: `${core}/`,
        pathNot: `${core}/(facts\\.ts|target\\.ts|parse-target\\.ts|report/|judge\\.ts|what-if\\.ts|rules/|policy/|clients/|deadlines/|remediation/|wire/registry/)`,
      },
    ),

    forbid(
      'wire-is-lowest',
      'wire: bytes to values, nothing else.',
      { path: `${core}/wire/` },
      { path: `${core}/(?!wire/)` },
    ),
    forbid(
      'hello-on-wire',
      'hello imports wire only.',
      { path: `${core}/hello/` },
      { path: `${core}/(?!(hello|wire)/)` },
    ),
    forbid('net-alone', 'net knows no TLS.', { path: `${core}/net/` }, { path: `${core}/(?!(net/|target\\.ts))` }),
    forbid(
      'starttls-on-net',
      'starttls imports net only.',
      { path: `${core}/starttls/` },
      { path: `${core}/(?!(starttls|net)/|target\\.ts)` },
    ),
    forbid(
      'probe-below-enumerate',
      'probe knows hello, wire, net and starttls.',
      { path: `${core}/probe/` },
      { path: `${core}/(?!(probe|hello|wire|net|starttls)/|target\\.ts)` },
    ),
    forbid(
      'session-on-probe',
      'session finishes the handshakes that probe starts.',
      { path: `${core}/session/` },
      { path: `${core}/(?!(session|probe|hello|wire|net|starttls)/|target\\.ts)` },
    ),
    forbid(
      'active-on-session',
      'active asks through sessions and answers in facts.',
      { path: `${core}/active/` },
      { path: `${core}/(?!(active|session|probe|hello|wire|net|starttls)/|target\\.ts|facts\\.ts)` },
    ),
    forbid(
      'enumerate-below-scan',
      'enumerate folds outcomes into facts.',
      { path: `${core}/enumerate/` },
      { path: `${core}/(scan\\.ts|rules/|policy/|report/|cli/|judge\\.ts)` },
    ),
    forbid(
      'facts-are-a-contract',
      'facts.ts imports types only, from target and wire registries.',
      { path: `${core}/facts\\.ts$` },
      { path: `${core}/(?!wire/registry/|target\\.ts)` },
    ),
    forbid(
      'judging-is-pure',
      'Rules, policies, clients, deadlines, remediation and reports are pure and browser-safe.',
      {
        path: `${core}/(rules|policy|report|clients|deadlines|remediation|judge\\.ts|what-if\\.ts)`,
        pathNot: '\\.(test|bench)\\.ts$',
      },
      {
        path: `${core}/((net|probe|enumerate|starttls|hello|cli|lab|certificate)/|scan\\.ts)|^node:`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'no-node-in-pure',
      'The pure parts use no Node module.',
      {
        path: `${core}/(wire|hello|rules|policy|report|clients|deadlines|remediation|facts\\.ts|judge\\.ts|what-if\\.ts)`,
        pathNot: '\\.(test|bench|fuzz)\\.ts$',
      },
      { dependencyTypes: ['core'] },
    ),

    forbid(
      'verbs-know-no-graphql',
      'A verb is the domain; GraphQL calls it.',
      { path: '^apps/api/src/modules/[^/]+/verbs/' },
      { path: '/graphql/|node_modules/(graphql|@pothos)' },
    ),
    forbid(
      'module-by-its-index',
      'A module reaches another through its index.',
      { path: '^apps/api/src/modules/([^/]+)/' },
      { path: '^apps/api/src/modules/([^/]+)/(?!index\\.ts)', pathNot: '^apps/api/src/modules/$1/' },
    ),
    forbid(
      'feature-by-its-index',
      'A feature reaches another through its index.',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/([^/]+)/(?!index\\.ts)', pathNot: '^apps/web/src/features/$1/' },
    ),
    forbid(
      'ui-knows-no-noun',
      'ui holds primitives.',
      { path: '^apps/web/src/ui/' },
      { path: '^apps/web/src/(features|app|graphql)/' },
    ),
    forbid(
      'features-below-app',
      'Pages import features, never the reverse.',
      { path: '^apps/web/src/features/' },
      { path: '^apps/web/src/app/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(gen|\\.next|\\.data)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    tsConfig: undefined,
  },
}
