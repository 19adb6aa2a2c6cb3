'use client'

import { useTranslations } from 'use-intl'
import { RequestFailure } from '../../graphql/execute.ts'
import type { UserErrorListFragment } from '../../graphql/generated/graphql.ts'

type UserError = UserErrorListFragment['errors'][number]

/** A user error in the reader's language; a code that this portal does not know keeps the API's own words. */
export function useErrorText(): (error: UserError) => string {
  const t = useTranslations('errors')
  return (error) => (t.has(`codes.${error.code}`) ? t(`codes.${error.code}`) : error.message)
}

/** Why a whole request failed, in the reader's language. */
export function useFailureText(): (failure: unknown) => string {
  const t = useTranslations('errors')
  return (failure) => t(`failures.${failure instanceof RequestFailure ? failure.code : 'REFUSED'}`)
}
