/* Preloaded into workers: when the runner is gone, however it ended, the channel to it closes, and so do they. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
