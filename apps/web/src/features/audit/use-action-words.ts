'use client'

import { useTranslations } from 'use-intl'

/** What was done, in words; a look names what was looked at. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations('audit')
  return (action) => {
    if (action.startsWith('read ')) {
      const what = action.slice(5)
      return t('looked', { what: has(t, 'pages', what) ? t(`pages.${what}` as 'pages.Overview') : what })
    }
    return has(t, 'actions', action) ? t(`actions.${action}` as 'actions.signIn') : action
  }
}

const has = (t: { has(key: never): boolean }, group: string, name: string) =>
  /^\w+$/.test(name) && t.has(`${group}.${name}` as never)
