import type { UserErrorListFragment } from '../../graphql/generated/graphql.ts'

type UserError = UserErrorListFragment['errors'][number]

export interface FieldErrors {
  /** The first error of each field, by the last name of its path. */
  readonly fields: Readonly<Record<string, UserError>>
  /** Errors that belong to no field of this form. */
  readonly rest: readonly UserError[]
}

/** Puts each error beside the field that it speaks of. */
export function errorsByField(errors: readonly UserError[], known: readonly string[]): FieldErrors {
  const fields: Record<string, UserError> = {}
  const rest: UserError[] = []
  for (const error of errors) {
    const field = error.path.findLast((name) => known.includes(name))
    if (field === undefined) rest.push(error)
    else fields[field] ??= error
  }
  return { fields, rest }
}
