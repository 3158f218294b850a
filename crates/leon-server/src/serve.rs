//! Listens until it is told to stop.

use crate::app::{App, OpenError, Settings};
use crate::endpoints::router;
use crate::worker;
use std::net::SocketAddr;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// Why Leon does not serve.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{address}: {error}")]
    Listen { address: SocketAddr, error: std::io::Error },
    #[error("{0}")]
    Runtime(std::io::Error),
}

/// Serves until Ctrl-C or SIGTERM; requests under way are answered first, and plans under way go back to the queue.
/// `ready` is told the address.
///
/// # Errors
/// [`ServeError`].
pub fn serve(settings: &Settings, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    runtime()?.block_on(async {
        let app = App::open(settings).await?;
        let listen = |error| ServeError::Listen { address, error };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        ready(listener.local_addr().map_err(listen)?);
        let workers = start_workers(&app, settings.workers);
        let stop = app.clone();
        let service = router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let stopped = async move {
            stopped().await;
            stop.stop();
        };
        axum::serve(listener, service).with_graceful_shutdown(stopped).await.map_err(listen)?;
        workers.join_all().await;
        app.store().close().await;
        Ok(())
    })
}

/// Makes the plans that are asked for elsewhere, until Ctrl-C or SIGTERM; what is under way goes back to the queue.
///
/// # Errors
/// [`ServeError`].
pub fn work(settings: &Settings, ready: impl FnOnce()) -> Result<(), ServeError> {
    runtime()?.block_on(async {
        let app = App::open(settings).await?;
        let workers = start_workers(&app, settings.workers);
        ready();
        stopped().await;
        app.stop();
        workers.join_all().await;
        app.store().close().await;
        Ok(())
    })
}

fn runtime() -> Result<Runtime, ServeError> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(ServeError::Runtime)
}

fn start_workers(app: &App, count: usize) -> JoinSet<()> {
    (1..=count).map(|number| worker::work(app.clone(), format!("{}-{number}", std::process::id()))).collect()
}

/// Comes back when the process is asked to end.
async fn stopped() {
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { () = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    interrupted.await;
}
