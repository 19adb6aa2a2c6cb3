/** `exhausted`: this machine has no sockets left. `proxy-refused`: the proxy would not let us through. */
export type DialFailure =
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'timed-out'
  | 'cancelled'
  | 'exhausted'
  | 'proxy-refused'
