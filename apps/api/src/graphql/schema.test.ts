import {
  type GraphQLArgument,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { expect, it } from 'vitest'
import { schema } from './schema.ts'

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))

it('describes every type, field, argument, input field and enum value', () => {
  const bare: string[] = []
  const look = (path: string, thing: { description?: string | null | undefined }) => {
    if (!thing.description?.trim()) bare.push(path)
  }
  for (const type of types) {
    look(type.name, type)
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field)
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field)
        for (const arg of field.args as readonly GraphQLArgument[]) look(`${type.name}.${field.name}(${arg.name})`, arg)
      }
  }
  expect(bare).toEqual([])
})

it('answers every mutation with a union of a payload and UserErrors', () => {
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const result = schema.getType(field.type.toString().replace('!', ''))
    const members = isUnionType(result) ? result.getTypes().map((type) => type.name) : []
    const stem = name.charAt(0).toUpperCase() + name.slice(1)
    expect([name, members]).toEqual([name, [`${stem}Payload`, 'UserErrors']])
    expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${stem}Input!`])
  }
})
