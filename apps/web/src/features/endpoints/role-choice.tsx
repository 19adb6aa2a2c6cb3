'use client'

import { ArrowDownToLine, ArrowUpFromLine, Building2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { EndpointRole } from '../../graphql/generated/graphql.ts'

interface RoleChoiceProps {
  readonly value: EndpointRole
  readonly onChange: (role: EndpointRole) => void
}

/** Who connects to whom decides what is asked of an endpoint, so each role says it in a sentence. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const t = useTranslations('endpoints')
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t('role')}</legend>
      <div className="grid gap-2.5 sm:grid-cols-3">
        {roles.map(({ role, Icon }) => (
          <label
            key={role}
            className="cursor-pointer rounded-xl border border-line p-3.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <span className="flex items-center gap-2">
              <input
                type="radio"
                name="role"
                value={role}
                checked={value === role}
                onChange={() => onChange(role)}
                aria-describedby={`${id}-${role}`}
                className="size-4 accent-accent"
              />
              <span className="flex-1 font-medium text-sm">{t(`roles.${role}.name`)}</span>
              <Icon className="size-4.5 text-ink-faint" aria-hidden="true" />
            </span>
            <span id={`${id}-${role}`} className="mt-1.5 block text-ink-soft text-sm">
              {t(`roles.${role}.note`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const roles = [
  { role: 'INBOUND', Icon: ArrowDownToLine },
  { role: 'INTERNAL', Icon: Building2 },
  { role: 'CLIENT', Icon: ArrowUpFromLine },
] as const
