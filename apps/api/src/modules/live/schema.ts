import { builder } from '../../graphql/builder.ts'
import { ScanRef, type ScanRow } from '../scan/index.ts'
import { followScan, followTenant } from './follow.ts'

const TenantActivityRef = builder.objectRef<{ readonly scan: ScanRow }>('TenantActivity').implement({
  description: 'Something happened in a tenant.',
  fields: (t) => ({
    scan: t.field({ type: ScanRef, description: 'The scan that moved.', resolve: (activity) => activity.scan }),
  }),
})

builder.subscriptionField('scanProgress', (t) =>
  t.field({
    type: ScanRef,
    description: 'One scan: as it stands now, then whenever it moves. Ends when the scan has ended.',
    args: { scanId: t.arg.id({ required: true, description: 'Global id of the scan.' }) },
    subscribe: (_, { scanId }, context) => followScan(context, scanId),
    resolve: (event, _, context) => event.read(context),
  }),
)

builder.subscriptionField('tenantActivity', (t) =>
  t.field({
    type: TenantActivityRef,
    description: 'Every scan of a tenant that moves: those that wait or run come at once.',
    args: { tenantId: t.arg.id({ required: true, description: 'Global id of the tenant.' }) },
    subscribe: (_, { tenantId }, context) => followTenant(context, tenantId),
    resolve: async (event, _, context) => ({ scan: await event.read(context) }),
  }),
)
