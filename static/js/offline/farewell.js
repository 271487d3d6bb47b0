/* The worker that takes the other one's place when the site no longer wants one: it
   throws away what was kept, and itself. */

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
    event.waitUntil(
        (async () => {
            for (const name of await caches.keys()) await caches.delete(name);
            await registration.unregister();
        })(),
    );
});
