'use client'

import { Ban, KeyRound, Trash2, Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { DelegationFacts } from './delegation-facts.tsx'

interface CustomerLineProps {
  readonly delegation: DelegationLineFragment
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly onAssign?: (() => void) | null
  readonly onHandOver?: (() => void) | null
  readonly onDiscard?: (() => void) | null
  readonly onEnd?: (() => void) | null
}

export function CustomerLine({ delegation, groups, onAssign, onHandOver, onDiscard, onEnd }: CustomerLineProps) {
  const t = useTranslations('partners')
  const { customerName: name, status } = delegation
  const isActive = status === 'ACTIVE'
  return (
    <li className="grid gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-words font-medium">{name}</span>
            {status === 'REQUESTED' ? <Pill tone="legacy">{t('waiting')}</Pill> : null}
          </p>
          {isActive ? (
            <p className="break-words text-ink-faint text-sm">
              {groups.length > 0
                ? t('lookedAfter', { groups: groups.map((group) => group.name).join(', ') })
                : t('lookedAfterByNobody')}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {isActive && onAssign ? (
            <Button
              size="small"
              icon={<Users aria-hidden="true" />}
              onClick={onAssign}
              aria-label={t('assignOne', { name })}
            >
              {t('assign')}
            </Button>
          ) : null}
          {isActive && delegation.createdByPartner && onHandOver ? (
            <Button
              size="small"
              icon={<KeyRound aria-hidden="true" />}
              onClick={onHandOver}
              aria-label={t('handOverOne', { name })}
            >
              {t('handOver')}
            </Button>
          ) : null}
          {isActive && delegation.createdByPartner && onDiscard ? (
            <Button
              size="small"
              look="danger"
              icon={<Trash2 aria-hidden="true" />}
              onClick={onDiscard}
              aria-label={t('discardOne', { name })}
            >
              {t('discard')}
            </Button>
          ) : null}
          {onEnd ? (
            <Button
              size="small"
              look="danger"
              icon={<Ban aria-hidden="true" />}
              onClick={onEnd}
              aria-label={t(isActive ? 'endOne' : 'takeBackOne', { name })}
            >
              {t(isActive ? 'end' : 'takeBack')}
            </Button>
          ) : null}
        </div>
      </div>
      <DelegationFacts delegation={delegation} />
    </li>
  )
}
