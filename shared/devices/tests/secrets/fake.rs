//! A Secret Service of our own with one collection (freedesktop.org, Secret Service API 0.2).

use aes::Aes128;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::runtime::Runtime;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, ObjectServer, fdo, interface};

const SERVICE: &str = "/org/freedesktop/secrets";
const LOGIN: &str = "/org/freedesktop/secrets/collection/login";
const SESSION: &str = "/org/freedesktop/secrets/session/1";
/// The key of every session: our half of the exchange is 1, so the common secret is 1, and this is
/// HKDF-SHA-256 of it (128 bytes, no salt, no info).
const KEY: [u8; 16] = [
    0xe9, 0xdd, 0x7e, 0x34, 0x5f, 0xdb, 0x5e, 0x13, 0xc1, 0x5d, 0xc2, 0xf3, 0xd9, 0xb6, 0x29, 0x4f,
];
const IV: [u8; 16] = [7; 16];

/// Session, parameters, value, content type.
type Sent = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

/// One item.
#[derive(Clone, Default)]
pub struct Kept {
    /// What it is found by.
    pub attributes: HashMap<String, String>,
    /// The secret, as the client meant it.
    pub secret: Vec<u8>,
}

/// What is kept, and whether it answers.
#[derive(Default)]
pub struct Shelf {
    /// The items by their paths.
    pub items: HashMap<String, Kept>,
    /// Waits for somebody who never comes, as before a password prompt.
    pub silent: bool,
    count: u32,
}

type Shared = Arc<Mutex<Shelf>>;

fn lock(shelf: &Shared) -> MutexGuard<'_, Shelf> {
    shelf.lock().unwrap()
}

fn path(path: &str) -> OwnedObjectPath {
    ObjectPath::try_from(path.to_owned()).unwrap().into()
}

fn opened(sent: &Sent) -> Vec<u8> {
    cbc::Decryptor::<Aes128>::new_from_slices(&KEY, &sent.1)
        .unwrap()
        .decrypt_padded_vec::<Pkcs7>(&sent.2)
        .unwrap()
}

fn sealed(secret: &[u8]) -> Sent {
    let cipher = cbc::Encryptor::<Aes128>::new_from_slices(&KEY, &IV).unwrap();
    let value = cipher.encrypt_padded_vec::<Pkcs7>(secret);
    (path(SESSION), IV.to_vec(), value, "application/octet-stream".to_owned())
}

struct Service(Shared);

#[interface(name = "org.freedesktop.Secret.Service")]
impl Service {
    fn open_session(
        &self,
        algorithm: String,
        _input: OwnedValue,
    ) -> fdo::Result<(OwnedValue, OwnedObjectPath)> {
        if algorithm != "dh-ietf1024-sha256-aes128-cbc-pkcs7" {
            return Err(fdo::Error::NotSupported(algorithm));
        }
        let ours = Value::from(vec![1_u8]).try_to_owned().unwrap();
        Ok((ours, path(SESSION)))
    }

    async fn search_items(
        &self,
        attributes: HashMap<String, String>,
    ) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
        if lock(&self.0).silent {
            std::future::pending::<()>().await;
        }
        let shelf = lock(&self.0);
        let fits = |kept: &Kept| {
            attributes.iter().all(|(key, value)| kept.attributes.get(key) == Some(value))
        };
        let found = shelf.items.iter().filter(|(_, kept)| fits(kept)).map(|(at, _)| path(at));
        (found.collect(), vec![])
    }

    fn unlock(&self, objects: Vec<OwnedObjectPath>) -> (Vec<OwnedObjectPath>, OwnedObjectPath) {
        (objects, path("/"))
    }

    fn read_alias(&self, name: String) -> OwnedObjectPath {
        path(if name == "default" { LOGIN } else { "/" })
    }

    #[zbus(property)]
    fn collections(&self) -> Vec<OwnedObjectPath> {
        vec![path(LOGIN)]
    }
}

struct Collection(Shared);

#[interface(name = "org.freedesktop.Secret.Collection")]
impl Collection {
    async fn create_item(
        &self,
        properties: HashMap<String, OwnedValue>,
        secret: Sent,
        _replace: bool,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> fdo::Result<(OwnedObjectPath, OwnedObjectPath)> {
        let attributes = properties["org.freedesktop.Secret.Item.Attributes"].try_clone().unwrap();
        let attributes: HashMap<String, String> = attributes.try_into().unwrap();
        let at = {
            let mut shelf = lock(&self.0);
            shelf.count += 1;
            let at = format!("{LOGIN}/{}", shelf.count);
            shelf.items.insert(at.clone(), Kept { attributes, secret: opened(&secret) });
            at
        };
        server.at(at.as_str(), Item(Arc::clone(&self.0), at.clone())).await?;
        Ok((path(&at), path("/")))
    }

    #[zbus(property)]
    fn label(&self) -> &str {
        "login"
    }
    #[zbus(property)]
    fn locked(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn items(&self) -> Vec<OwnedObjectPath> {
        lock(&self.0).items.keys().map(|at| path(at)).collect()
    }
}

struct Item(Shared, String);

#[interface(name = "org.freedesktop.Secret.Item")]
impl Item {
    async fn delete(&self, #[zbus(connection)] bus: &Connection) -> fdo::Result<OwnedObjectPath> {
        lock(&self.0).items.remove(&self.1);
        let (bus, at) = (bus.clone(), self.1.clone());
        tokio::spawn(async move { bus.object_server().remove::<Item, _>(at).await });
        Ok(path("/"))
    }

    fn get_secret(&self, _session: OwnedObjectPath) -> Sent {
        sealed(&lock(&self.0).items[&self.1].secret)
    }

    fn set_secret(&self, secret: Sent) {
        lock(&self.0).items.get_mut(&self.1).unwrap().secret = opened(&secret);
    }

    #[zbus(property)]
    fn locked(&self) -> bool {
        false
    }
    #[zbus(property)]
    fn label(&self) -> &str {
        "satchel"
    }
    #[zbus(property)]
    fn attributes(&self) -> HashMap<String, String> {
        lock(&self.0).items[&self.1].attributes.clone()
    }
}

/// The service on the bus, until it is dropped.
pub struct Secrets {
    shelf: Shared,
    _runtime: Runtime,
    _bus: Connection,
}

impl Secrets {
    /// Serves an empty collection.
    pub fn serve(address: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let shelf = Shared::default();
        let bus = runtime.block_on(async {
            zbus::connection::Builder::address(address)
                .unwrap()
                .serve_at(SERVICE, Service(Arc::clone(&shelf)))
                .unwrap()
                .serve_at(LOGIN, Collection(Arc::clone(&shelf)))
                .unwrap()
                .name("org.freedesktop.secrets")
                .unwrap()
                .build()
                .await
                .unwrap()
        });
        Self { shelf, _runtime: runtime, _bus: bus }
    }

    /// What is kept now.
    pub fn look(&self) -> MutexGuard<'_, Shelf> {
        lock(&self.shelf)
    }
}
