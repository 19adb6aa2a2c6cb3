import { brandWithType, type ObjectRef } from '@pothos/core'
import type { Context } from '../context.ts'
import { decodeId, encodeKey, type TenantKey } from '../global-id.ts'
import { builder, type SchemaShape } from './builder.ts'

type Load = (context: Context, uuids: readonly string[]) => Promise<object | null>

const loads = new Map<string, Load>()

type Ref<T> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaShape>, T>

/**
 * Makes a type reachable by global id. `load` answers null for what the viewer may not see, which is the tenant check:
 * it reads through the viewer's transaction.
 */
export function nodeType<T extends TenantKey>(
  name: string,
  ref: Ref<T>,
  description: string,
  load: (context: Context, key: TenantKey) => Promise<T | null>,
): void {
  nodeTypeBy(
    name,
    ref,
    description,
    (row) => encodeKey(name, row),
    async (context, [tenantId, id, ...rest]) =>
      tenantId && id && rest.length === 0 ? load(context, { tenantId, id }) : null,
  )
}

/** As `nodeType`, for a type whose id is not a tenant key. */
export function nodeTypeBy<T extends object>(
  name: string,
  ref: Ref<T>,
  description: string,
  id: (row: T) => string,
  load: (context: Context, uuids: readonly string[]) => Promise<T | null>,
): void {
  loads.set(name, load)
  builder.objectType(ref, {
    description,
    interfaces: [builder.nodeInterfaceRef()],
    fields: (t) => ({
      id: t.id({
        description: 'Global id: opaque, stable and unique over all types.',
        complexity: 0,
        resolve: (row) => id(row as T),
      }),
    }),
  })
}

async function resolveNode(context: Context, globalId: string): Promise<object | null> {
  const decoded = decodeId(globalId)
  const load = decoded ? loads.get(decoded.typename) : undefined
  const row = decoded && load ? await load(context, decoded.uuids) : null
  if (row && decoded) brandWithType(row, decoded.typename as never)
  return row
}

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Anything by its global id; null where there is no such thing or it is not yours to see.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (_, { id }, context) => resolveNode(context, id),
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      'Several by their global ids, in the order asked for, at most 100; null in place of what is not there.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids.' }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.max(1, ids.length) }),
    resolve: (_, { ids }, context) => Promise.all(ids.slice(0, 100).map((id) => resolveNode(context, id))),
  }),
)
