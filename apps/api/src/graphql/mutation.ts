import type { InputFieldMap, InputShapeFromFields, ObjectFieldsShape } from '@pothos/core'
import type { Context } from '../context.ts'
import { isDomainError, toGraphQLError } from '../errors.ts'
import { builder, type SchemaShape } from './builder.ts'
import { type UserErrors, UserErrorsRef } from './user-error.ts'

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaShape>

interface MutationOptions<Fields extends InputFieldMap, Payload extends object> {
  readonly description: string
  readonly input: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields
  readonly run: (context: Context, input: InputShapeFromFields<Fields>) => Promise<Payload>
  readonly payload: ObjectFieldsShape<Types, NoInfer<Payload>>
}

/**
 * Adds `objectVerb(input): ObjectVerbResult!`, a union of the payload and UserErrors. The verb refuses by DomainError,
 * which becomes UserErrors here and nowhere else.
 */
export function mutation<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  options: MutationOptions<Fields, Payload>,
): void {
  const typeName = name[0]?.toUpperCase() + name.slice(1)
  const input = builder.inputType(`${typeName}Input`, {
    description: `What ${name} needs.`,
    fields: options.input as never,
  })
  const payload = builder.objectRef<Payload>(`${typeName}Payload`)
  builder.objectType(payload, { description: `${name} was done.`, fields: options.payload as never })
  const result = builder.unionType(`${typeName}Result`, {
    description: `What ${name} answers.`,
    types: [payload, UserErrorsRef],
    resolveType: (value) => ('errors' in (value as object) ? UserErrorsRef : payload),
  })
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description: options.description,
      args: { input: t.arg({ type: input, required: true, description: `What ${name} needs.` }) },
      complexity: 10,
      resolve: async (_: unknown, args: { input: unknown }, context: Context): Promise<UserErrors | Payload> => {
        try {
          return await options.run(context, args.input as InputShapeFromFields<Fields>)
        } catch (error) {
          if (!isDomainError(error)) throw error
          if (error.code === 'signed-out') throw toGraphQLError(error)
          return { errors: error.userErrors }
        }
      },
    } as never),
  )
}
