'use client'

import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import type { Role } from '../../graphql/generated/graphql.ts'
import { Select } from '../../ui/field.tsx'
import { roleOf, roles } from './roles.ts'

/** One of the four, or a role of the organisation's own in place of it. */
export interface RoleWish {
  readonly role: Role
  readonly customRoleId: string | null
}

export interface OwnRole {
  readonly id: string
  readonly name: string
}

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly value: RoleWish
  readonly own: readonly OwnRole[]
  readonly mayOwn: boolean
  readonly onChange: (wish: RoleWish) => void
}

export function RoleSelect({ value, own, mayOwn, onChange, ...rest }: RoleSelectProps) {
  const t = useTranslations('people')
  return (
    <Select
      {...rest}
      value={value.customRoleId ?? value.role}
      onChange={({ target }) => {
        const custom = own.find(({ id }) => id === target.value)
        onChange(
          custom ? { role: 'VIEWER', customRoleId: custom.id } : { role: roleOf(target.value), customRoleId: null },
        )
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role} disabled={role === 'OWNER' && !mayOwn}>
          {t(`roleNames.${role}`)}
        </option>
      ))}
      {own.length > 0 ? (
        <optgroup label={t('ownRoles')}>
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  )
}
