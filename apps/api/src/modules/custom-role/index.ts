export { type CustomRoleRow, customRoleByKey } from './loaders.ts'
export { customRoleOrThrow } from './lookup.ts'
export { CustomRoleRef } from './schema.ts'
