package org.wangge.server;

import static org.wangge.access.Right.KEEP_CAMERAS;
import static org.wangge.access.Right.READ_CAMERAS;
import static org.wangge.access.Right.REPLAY_FOOTAGE;
import static org.wangge.access.Right.RETRIEVE_FOOTAGE;
import static org.wangge.access.Right.WATCH_CAMERAS;

import org.wangge.server.camera.CameraHttp;
import org.wangge.server.camera.CameraKeepingHttp;
import org.wangge.server.camera.CoverHttp;
import org.wangge.server.footage.FootageHttp;
import org.wangge.server.http.RouteTable;
import org.wangge.server.video.VideoModule;

/** The part of the URL table that is about cameras and their pictures. */
record CameraRoutes(
    CameraHttp cameras,
    CameraKeepingHttp keeping,
    CoverHttp cover,
    FootageHttp footage,
    VideoModule videos) {
  private static final String LOOK = "camera-watched";

  void register(RouteTable at) {
    at.get("/api/cameras", cameras::list, READ_CAMERAS);
    at.post("/api/cameras", keeping::add, KEEP_CAMERAS);
    ofMany(at);
    ofOne(at);
    at.webSocketAudited("/video/{id}/live", videos.http()::socket, WATCH_CAMERAS, LOOK);
    at.webSocketAudited(
        "/video/{id}/playback", videos.playback()::socket, REPLAY_FOOTAGE, "footage-played");
    at.getAudited("/video/{id}/still", videos.stills()::get, WATCH_CAMERAS, LOOK);
    at.post("/api/footage/retrievals", footage::retrieve, RETRIEVE_FOOTAGE);
  }

  /** Before those of single cameras: none has one of these for its id. */
  private void ofMany(RouteTable at) {
    at.get("/api/cameras/covering", cameras::covering, READ_CAMERAS);
    at.get("/api/cameras/coverage", cameras::outlines, READ_CAMERAS);
    at.get("/api/cameras/register.csv", cameras::csv, READ_CAMERAS);
    at.get("/api/cameras/cover", cover::list, READ_CAMERAS);
    at.get("/api/cameras/cover/{grid}", cover::spots, READ_CAMERAS);
    at.get("/api/cameras/unseen", cover::unseen, READ_CAMERAS);
    at.get("/api/cameras/proposals", cover::proposals, READ_CAMERAS);
    at.post("/api/cameras/preview", keeping::preview, KEEP_CAMERAS);
    at.post("/api/cameras/changes", keeping::changeMany, KEEP_CAMERAS);
    at.post("/api/cameras/ends", keeping::end, KEEP_CAMERAS);
    at.post("/api/cameras/take-backs", keeping::takeBack, KEEP_CAMERAS);
    at.post("/api/imports/cameras", keeping::importFile, KEEP_CAMERAS);
  }

  private void ofOne(RouteTable at) {
    at.get("/api/cameras/{id}", cameras::get, READ_CAMERAS);
    at.patch("/api/cameras/{id}", keeping::change, KEEP_CAMERAS);
    at.get("/api/cameras/{id}/history", cameras::history, READ_CAMERAS);
    at.get("/api/cameras/{id}/next", cameras::next, READ_CAMERAS);
    at.get("/api/cameras/{id}/coverage", cameras::coverage, READ_CAMERAS);
  }
}
