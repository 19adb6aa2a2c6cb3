/** Preloaded into every child: when the launcher is gone, however it went, the child stops too, in order or not. */
const patienceMilliseconds = 4_800

process.on('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMilliseconds).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
