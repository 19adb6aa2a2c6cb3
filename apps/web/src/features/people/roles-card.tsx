'use client'

import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PeopleTenantQuery } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'

/** The API's table of roles; a permission that this portal has no words for keeps its name. */
export function RolesCard({ grants }: { readonly grants: PeopleTenantQuery['roles'] }) {
  const t = useTranslations('people')
  const permissions = [...new Set(grants.flatMap((grant) => grant.permissions))]
  return (
    <Card aria-labelledby="roles">
      <CardHeader id="roles" title={t('roles')} note={t('rolesNote')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto border-line border-t" aria-label={t('rolesNote')} tabIndex={0}>
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-ink-faint">
              <th scope="col" className="px-5 py-2 font-medium">
                {t('may')}
              </th>
              {grants.map(({ role }) => (
                <th key={role} scope="col" className="px-3 py-2 text-center font-medium">
                  {t(`roleNames.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row" className="min-w-48 px-5 py-2 text-left font-normal">
                  {t.has(`permissions.${permission}`) ? t(`permissions.${permission}`) : permission}
                </th>
                {grants.map((grant) => (
                  <td key={grant.role} className="px-3 py-2 text-center">
                    {grant.permissions.includes(permission) ? (
                      <Check role="img" aria-label={t('yes')} className="mx-auto size-4.5 text-ready-ink" />
                    ) : (
                      <Minus role="img" aria-label={t('no')} className="mx-auto size-4.5 text-ink-faint" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
