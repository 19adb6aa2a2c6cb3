import { classes } from './classes.ts'

/** A quiet stand-in for content that is on its way; screen readers are told by the region that holds it. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden="true" className={classes('animate-pulse-soft rounded-lg bg-unknown-soft', className)} />
}
