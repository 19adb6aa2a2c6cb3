'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from './button.tsx'

/** Where to go from a page of a Relay connection: the other cursor is left behind. */
export interface PageTurn {
  readonly before: string | null
  readonly after: string | null
}

interface PagerProps {
  readonly label: string
  /** How many of how many are shown, said to screen readers whenever it changes. */
  readonly status: string
  readonly back: string
  readonly forth: string
  readonly page: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor?: string | null
    readonly endCursor?: string | null
  }
  readonly onTurn: (turn: PageTurn) => void
}

export function Pager({ label, status, back, forth, page, onTurn }: PagerProps) {
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3"
    >
      <p role="status" className="text-ink-faint text-sm">
        {status}
      </p>
      {page.hasNextPage || page.hasPreviousPage ? (
        <div className="flex gap-2">
          <Button
            size="small"
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={!page.hasPreviousPage}
            onClick={() => onTurn({ before: page.startCursor ?? null, after: null })}
          >
            {back}
          </Button>
          <Button
            size="small"
            disabled={!page.hasNextPage}
            onClick={() => onTurn({ before: null, after: page.endCursor ?? null })}
          >
            {forth}
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </nav>
  )
}
