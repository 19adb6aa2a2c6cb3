import './builder.ts'
import './scalars.ts'
import './node.ts'
import '../modules/index.ts'
import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'

/** The whole schema; every module has added its nouns by being imported. */
export const schema: GraphQLSchema = builder.toSchema({})
