/** Preloaded into every child: when the launcher is gone, however it went, the child stops too, in order or not. */
const patienceMilliseconds = 4_800

// What the child starts inherits this file but not the mark: its own channel is its own business.
if (process.env.SUNDOWN_EXIT_WITH_PARENT) {
  delete process.env.SUNDOWN_EXIT_WITH_PARENT
  process.on('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMilliseconds).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel?.unref()
}
