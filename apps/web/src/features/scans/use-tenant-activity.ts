'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { TenantActivityDocument, type TenantActivitySubscription } from '../../graphql/generated/graphql.ts'
import { useSubscription } from '../../graphql/subscribe.ts'
import { isUnderWay } from './scan-state.ts'

export type ActiveScan = TenantActivitySubscription['tenantActivity']['scan']

/**
 * Keeps what is on the screen true while scans run: each step of a scan goes to `onScan` at once, and when one ends,
 * the named queries are asked again, at most once in two seconds however many end. What ended between the first
 * question and the opening of the stream is caught by asking once more, where `underWay` says that something ran.
 */
export function useTenantActivity(
  tenantId: string | undefined,
  stale: readonly string[],
  underWay: boolean,
  onScan: (scan: ActiveScan) => void,
): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const askAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      for (const name of stale) void queryClient.invalidateQueries({ queryKey: [name] })
    }, 2_000)
  }
  useSubscription(
    TenantActivityDocument,
    tenantId === undefined ? null : { tenantId },
    ({ tenantActivity: { scan } }) => {
      onScan(scan)
      if (!isUnderWay(scan.status)) askAgain()
    },
    () => {
      if (underWay) askAgain()
    },
  )
}
