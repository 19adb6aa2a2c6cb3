'use client'

import { Building2, CalendarClock, Gauge, Scale, Server, Settings, Users } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { TenantKind } from '../../graphql/generated/graphql.ts'
import { classes } from '../../ui/classes.ts'

interface NavigationProps {
  readonly slug: string
  readonly kind: TenantKind
  readonly place: 'rail' | 'bar'
}

export function Navigation({ slug, kind, place }: NavigationProps) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const base = `/t/${slug}`
  return (
    <nav aria-label={t('navigation')}>
      <ul className={place === 'rail' ? 'grid gap-1' : 'grid auto-cols-fr grid-flow-col'}>
        {entries
          .filter((entry) => entry[place].some((each) => each === kind))
          .map(({ id, path, Icon }) => {
            const current = path === '' ? pathname === base : pathname.startsWith(`${base}${path}`)
            return (
              <li key={id}>
                <Link
                  href={`${base}${path}`}
                  aria-current={current ? 'page' : undefined}
                  className={classes(
                    'flex items-center transition-colors [&_svg]:size-5',
                    place === 'rail'
                      ? 'min-h-10 gap-3 rounded-lg px-3 text-rail-soft hover:bg-rail-hover hover:text-rail-ink aria-[current]:bg-rail-hover aria-[current]:font-medium aria-[current]:text-rail-ink'
                      : 'min-h-14 flex-col justify-center gap-0.5 text-ink-faint text-xs aria-[current]:font-medium aria-[current]:text-link',
                  )}
                >
                  <Icon aria-hidden="true" className={current && place === 'rail' ? 'text-sun' : undefined} />
                  {t(`entries.${id}`)}
                </Link>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}

const everybody: readonly TenantKind[] = ['CUSTOMER', 'PARTNER']

/** Whose rail and whose bar an entry is in. A bar at the foot of a phone holds five; the settings lead to the others. */
const entries = [
  { id: 'overview', path: '', Icon: Gauge, rail: everybody, bar: everybody },
  { id: 'customers', path: '/customers', Icon: Building2, rail: ['PARTNER'], bar: ['PARTNER'] },
  { id: 'endpoints', path: '/endpoints', Icon: Server, rail: everybody, bar: everybody },
  { id: 'deadlines', path: '/deadlines', Icon: CalendarClock, rail: everybody, bar: everybody },
  { id: 'policies', path: '/policies', Icon: Scale, rail: everybody, bar: ['CUSTOMER'] },
  { id: 'people', path: '/people', Icon: Users, rail: everybody, bar: [] },
  { id: 'settings', path: '/settings', Icon: Settings, rail: everybody, bar: everybody },
] as const
