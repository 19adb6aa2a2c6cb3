'use client'

import { CalendarClock, Gauge, Scale, Server, Settings, Users } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'

interface NavigationProps {
  readonly slug: string
  readonly place: 'rail' | 'bar'
}

export function Navigation({ slug, place }: NavigationProps) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const base = `/t/${slug}`
  return (
    <nav aria-label={t('navigation')}>
      <ul className={place === 'rail' ? 'grid gap-1' : 'grid auto-cols-fr grid-flow-col'}>
        {entries
          .filter((entry) => place === 'rail' || !('railOnly' in entry))
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

/** A bar at the foot of a phone holds five; the settings lead to what is not in it. */
const entries = [
  { id: 'overview', path: '', Icon: Gauge },
  { id: 'endpoints', path: '/endpoints', Icon: Server },
  { id: 'deadlines', path: '/deadlines', Icon: CalendarClock },
  { id: 'policies', path: '/policies', Icon: Scale },
  { id: 'people', path: '/people', Icon: Users, railOnly: true },
  { id: 'settings', path: '/settings', Icon: Settings },
] as const
