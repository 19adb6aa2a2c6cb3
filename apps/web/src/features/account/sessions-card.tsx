'use client'

import { LogOut, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAgo } from '../../i18n/use-ago.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Pill } from '../../ui/pill.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { FailurePanel } from '../failures/index.ts'
import { authRequest } from '../session/index.ts'
import { deviceOf } from './device-name.ts'
import { type OwnSession, useAccountChanged, useSessions } from './use-account.ts'

/** Where the person is signed in, with a way to end each. `current` is the token of this one. */
export function SessionsCard({ current }: { readonly current: string }) {
  const t = useTranslations('account')
  const toast = useToast()
  const changed = useAccountChanged()
  const sessions = useSessions()
  const [busy, setBusy] = useState<string | null>(null)
  const end = async (which: string, path: string, body: object) => {
    setBusy(which)
    const answer = await authRequest(path, body)
    toast({ text: answer.ok ? t('sessionEnded') : t(`refusals.${answer.refusal}`) })
    await changed()
    setBusy(null)
  }
  const others = sessions.data?.some(({ token }) => token !== current)

  return (
    <Card aria-labelledby="sessions">
      <CardHeader
        id="sessions"
        title={t('sessions')}
        note={t('sessionsNote')}
        action={
          others ? (
            <Button
              size="small"
              look="danger"
              busy={busy === 'all'}
              onClick={() => end('all', '/revoke-other-sessions', {})}
            >
              {t('endOthers')}
            </Button>
          ) : null
        }
      />
      {sessions.data ? (
        <ul className="divide-y divide-line border-line border-t">
          {sessions.data.map((session) => (
            <SessionLine
              key={session.token}
              session={session}
              isCurrent={session.token === current}
              busy={busy === session.token}
              onEnd={() => end(session.token, '/revoke-session', { token: session.token })}
            />
          ))}
        </ul>
      ) : sessions.isError ? (
        <FailurePanel failure={sessions.error} onRetry={() => sessions.refetch()} />
      ) : (
        <Skeleton className="m-5 h-24" />
      )}
    </Card>
  )
}

interface SessionLineProps {
  readonly session: OwnSession
  readonly isCurrent: boolean
  readonly busy: boolean
  readonly onEnd: () => void
}

function SessionLine({ session, isCurrent, busy, onEnd }: SessionLineProps) {
  const t = useTranslations('account')
  const ago = useAgo()
  const { browser, system } = deviceOf(session.userAgent)
  const device =
    browser && system
      ? t('device', { browser, system })
      : (browser ?? system ?? session.userAgent ?? t('unknownDevice'))
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{device}</span>
          {isCurrent ? <Pill tone="ready">{t('thisOne')}</Pill> : null}
        </p>
        <p className="text-ink-faint text-sm">
          {session.ipAddress ? <span className="font-mono">{session.ipAddress}</span> : null}
          {session.ipAddress ? ' · ' : null}
          {t('lastUsed', { ago: ago(new Date(session.updatedAt)) })}
        </p>
      </div>
      {isCurrent ? null : (
        <Button
          size="small"
          icon={<LogOut aria-hidden="true" />}
          busy={busy}
          onClick={onEnd}
          aria-label={t('endSession', { device })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  )
}
