import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { TenantRef } from '../tenant/index.ts'
import { ViewerRef } from '../viewer/index.ts'
import { isSetUp } from './loaders.ts'
import { completeSetup } from './verbs/complete-setup.ts'

const SetupRef = builder.objectRef<{ readonly completed: boolean }>('Setup').implement({
  description: 'The first run of this installation.',
  fields: (t) => ({
    completed: t.exposeBoolean('completed', { description: 'Whether the first owner exists.' }),
  }),
})

builder.queryField('setup', (t) =>
  t.field({
    type: SetupRef,
    description: 'Whether the first run is done.',
    resolve: async (_, __, context) => ({ completed: await isSetUp(context.app) }),
  }),
)

mutation('setupComplete', {
  description: 'Makes the first owner and the first tenant, and signs the owner in. Works once, and needs no login.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Your name, at most 100 characters.' }),
    email: t.string({ required: true, description: 'Address you sign in with.' }),
    password: t.string({ required: true, description: '10 to 128 characters.' }),
    tenantName: t.string({ required: true, description: 'Name of your organisation, at most 100 characters.' }),
  }),
  run: (ctx, input) => completeSetup({ ctx, input }),
  payload: (t) => ({
    viewer: t.field({ type: ViewerRef, description: 'You, signed in.', resolve: (payload) => payload.viewer }),
    tenant: t.field({ type: TenantRef, description: 'Your tenant.', resolve: (payload) => payload.tenant }),
  }),
})
