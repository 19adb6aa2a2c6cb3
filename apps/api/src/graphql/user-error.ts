import { type UserError, type UserErrorCode, userErrorCodes } from '../errors.ts'
import { builder } from './builder.ts'
import { describedEnum } from './enum.ts'

export const UserErrorCodeEnum = describedEnum<UserErrorCode>(
  'UserErrorCode',
  'Why an input was refused. Closed; a new code may come, so treat an unknown one as INVALID.',
  userErrorCodes,
)

const UserErrorRef = builder.objectRef<UserError>('UserError').implement({
  description: 'One thing that the caller can do something about.',
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCodeEnum, description: 'Translate by this and `params`.' }),
    message: t.exposeString('message', { description: 'English, for developers.' }),
    path: t.field({
      type: ['String'],
      description: 'From the input object to the field that is meant, for instance ["address"]; empty for the whole.',
      resolve: (error) => [...error.path],
    }),
    params: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Values for the translated text, for instance {"max": 200}.',
      resolve: (error) => error.params ?? null,
    }),
  }),
})

export interface UserErrors {
  readonly errors: readonly UserError[]
}

export const UserErrorsRef = builder.objectRef<UserErrors>('UserErrors').implement({
  description: 'The mutation changed nothing, for these reasons.',
  fields: (t) => ({
    errors: t.field({
      type: [UserErrorRef],
      description: 'At least one.',
      resolve: (result) => [...result.errors],
    }),
  }),
})
