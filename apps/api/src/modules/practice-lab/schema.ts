import { builder } from '../../graphql/builder.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { mutation } from '../../graphql/mutation.ts'
import { EndpointRef, EndpointRoleEnum, StarttlsKindEnum } from '../endpoint/index.ts'
import { ScanRef } from '../scan/index.ts'
import { TenantRef, type TenantRow } from '../tenant/index.ts'
import { labEndpoints } from './loaders.ts'
import { isLabAvailable, type LabTarget, targetsOf } from './targets.ts'
import { addPracticeLab } from './verbs/add-practice-lab.ts'

const LabTargetRef = builder.objectRef<LabTarget>('PracticeLabTarget').implement({
  description: 'One server of the practice lab.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stable name within the lab.' }),
    name: t.string({
      description: 'What it is.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: (target, { locale }) => target.name[locale ?? 'en'],
    }),
    description: t.string({
      description: 'What can be learnt from it.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: (target, { locale }) => target.description[locale ?? 'en'],
    }),
    host: t.exposeString('host', { description: 'Address.' }),
    port: t.exposeInt('port', { description: 'Port.' }),
    starttls: t.expose('starttls', { type: StarttlsKindEnum, nullable: true, description: 'Dialect before TLS.' }),
    role: t.expose('role', { type: EndpointRoleEnum, description: 'Role it is added with.' }),
  }),
})

const PracticeLabRef = builder.objectRef<TenantRow>('PracticeLab').implement({
  description: 'Local TLS servers of every kind, started by Sundown itself to try things on.',
  fields: (t) => ({
    available: t.boolean({
      description: 'Whether this installation runs the lab.',
      resolve: (_, __, { app }) => isLabAvailable(app),
    }),
    added: t.boolean({
      description: 'Whether its servers are among this tenant’s endpoints.',
      resolve: async (tenant, _, context) => {
        const present = await labEndpoints(context, tenant.id)
        return present.length > 0 && present.length >= targetsOf(context.app).length
      },
    }),
    targets: t.field({
      type: [LabTargetRef],
      description: 'Its servers.',
      resolve: (_, __, { app }) => [...targetsOf(app)],
    }),
  }),
})

builder.objectField(TenantRef, 'practiceLab', (t) =>
  t.field({ type: PracticeLabRef, description: 'The practice lab.', resolve: (tenant) => tenant }),
)

mutation('practiceLabAdd', {
  description:
    'Adds the servers of the practice lab to the tenant, trusts the lab’s certificate authority and scans them. Doing it again adds what is missing and scans anew.',
  input: (t) => ({ tenantId: t.id({ required: true, description: 'Global id of the tenant.' }) }),
  run: (ctx, input) => addPracticeLab({ ctx, input }),
  payload: (t) => ({
    endpoints: t.field({
      type: [EndpointRef],
      description: 'The lab’s endpoints.',
      resolve: (payload) => payload.endpoints,
    }),
    scans: t.field({ type: [ScanRef], description: 'One for each.', resolve: (payload) => payload.scans }),
  }),
})
