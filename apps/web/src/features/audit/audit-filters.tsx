'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { AuditPartnersDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { useSettingsTenant } from '../tenants/index.ts'
import { actions } from './actions.ts'
import { type AuditState, emptyAudit, isFiltered } from './audit-state.ts'

interface AuditFiltersProps {
  readonly slug: string
  readonly state: AuditState
  readonly onChange: (change: Partial<AuditState>) => void
}

export function AuditFilters({ slug, state, onChange }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const permissions = useSettingsTenant(slug).data?.tenant?.viewerPermissions ?? []
  const { data } = useQuery({
    ...documentQuery(AuditPartnersDocument, { slug }),
    enabled: permissions.includes('MEMBER_READ'),
  })
  const partners = new Map(data?.tenant?.partners.map(({ partnerId, partnerName }) => [partnerId, partnerName]))
  return (
    <div className="grid gap-3 border-line border-b p-4">
      <SearchInput
        value={state.search}
        onChange={(search) => onChange({ search })}
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        clearLabel={t('clearSearch')}
      />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <Field label={t('what')}>
          {(control) => (
            <Select {...control} value={state.what} onChange={({ target }) => onChange({ what: target.value })}>
              <option value="">{t('everything')}</option>
              <option value="changes">{t('changes')}</option>
              <option value="looks">{t('looks')}</option>
              <optgroup label={t('oneAction')}>
                {actions.map((action) => (
                  <option key={action} value={action}>
                    {t(`actions.${action}`)}
                  </option>
                ))}
              </optgroup>
            </Select>
          )}
        </Field>
        <Field label={t('behalf')}>
          {(control) => (
            <Select
              {...control}
              value={state.partner}
              disabled={partners.size === 0 && state.partner === ''}
              onChange={({ target }) => onChange({ partner: target.value })}
            >
              <option value="">{t('anybody')}</option>
              {[...partners].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('from')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={state.from}
              max={state.to || undefined}
              onChange={({ target }) => onChange({ from: target.value })}
            />
          )}
        </Field>
        <Field label={t('to')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={state.to}
              min={state.from || undefined}
              onChange={({ target }) => onChange({ to: target.value })}
            />
          )}
        </Field>
      </div>
      {isFiltered(state) ? (
        <div>
          <Button size="small" look="quiet" icon={<X aria-hidden="true" />} onClick={() => onChange(emptyAudit)}>
            {t('showEverything')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
