//! Listens until it is told to stop.

use crate::app::{App, OpenError, Settings};
use crate::endpoints::router;
use std::net::SocketAddr;
use thiserror::Error;
use tokio::net::TcpListener;

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

/// Serves until Ctrl-C or SIGTERM; requests under way are answered first. `ready` is told the address.
///
/// # Errors
/// [`ServeError`].
pub fn serve(settings: &Settings, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(ServeError::Runtime)?;
    runtime.block_on(async {
        let app = App::open(settings).await?;
        let listen = |error| ServeError::Listen { address, error };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        ready(listener.local_addr().map_err(listen)?);
        let store = app.store().clone();
        let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(stopped()).await.map_err(listen)?;
        store.close().await;
        Ok(())
    })
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
