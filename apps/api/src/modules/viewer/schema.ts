import { Buffer } from 'node:buffer'
import { reachableTenants, type Viewer } from '../../access/viewer.ts'
import { builder } from '../../graphql/builder.ts'
import { pageOf, pageSize, pageWindow } from '../../graphql/page.ts'
import { RoleEnum, TenantRef } from '../tenant/index.ts'
import { viewerTenants } from './loaders.ts'

export const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: 'You.',
  fields: (t) => ({
    id: t.id({
      description: 'Stable id of the person.',
      resolve: (viewer) => `Viewer_${Buffer.from(viewer.id).toString('base64url')}`,
    }),
    name: t.exposeString('name', { description: 'Your name.' }),
    email: t.exposeString('email', { description: 'Address you sign in with.' }),
    isOperator: t.exposeBoolean('isOperator', {
      description: 'Whether you look after the whole installation.',
    }),
    tenants: t.connection(
      {
        type: TenantRef,
        description: 'Tenants that you reach, by name.',
        complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
        resolve: async (_, args, context) => {
          const window = pageWindow(args)
          const page = pageOf(window, await viewerTenants(context, window), ({ node }) => [node.name, node.id])
          return {
            pageInfo: page.pageInfo,
            edges: page.edges.map(({ cursor, node: { node, role } }) => ({ cursor, node, role })),
          }
        },
      },
      {
        description: 'A page of tenants.',
        fields: (f) => ({
          totalCount: f.int({
            description: 'How many there are in all.',
            resolve: (_, __, { viewer }) => reachableTenants(viewer).length,
          }),
        }),
      },
      {
        description: 'A tenant with your role in it.',
        fields: (f) => ({
          role: f.field({ type: RoleEnum, description: 'Your role there.', resolve: (edge) => edge.role }),
        }),
      },
    ),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: 'You; null when signed out.',
    resolve: (_, __, { viewer }) => viewer,
  }),
)
